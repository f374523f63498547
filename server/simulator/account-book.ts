import type { Finding } from './dialects.ts'

/** One customer's account as the utility knows it. All of it is invented. */
export interface SimulatedAccount {
  account_no: string
  holder_name: string
  arrears_yuan?: number
  is_restricted?: boolean
}

export interface AccountBook {
  look(
    account_no: string,
    check_arrears: boolean,
  ): { finding: Finding; arrears_yuan: number; holder_name_masked: string | null; is_restricted: boolean }
  arrears(account_no: string): number
  /** Sets the debt to nothing; false when there is no such account. */
  settle(account_no: string): boolean
  rename(account_no: string, holder_name: string): void
}

/** A utility's customers. Accounts that nobody entered exist all the same and owe nothing, when `is_open` says so. */
export function createAccountBook(accounts: readonly SimulatedAccount[], is_open = false): AccountBook {
  const book = new Map(accounts.map((account) => [account.account_no, { ...account }]))
  const find = (account_no: string) => book.get(account_no) ?? (is_open ? { account_no, holder_name: '' } : undefined)

  return {
    look: (account_no, check_arrears) => {
      const account = find(account_no)
      if (!account)
        return { finding: 'account_not_found', arrears_yuan: 0, holder_name_masked: null, is_restricted: false }
      const arrears_yuan = account.arrears_yuan ?? 0
      const is_restricted = account.is_restricted ?? false
      const finding = is_restricted ? 'restricted' : check_arrears && arrears_yuan > 0 ? 'arrears' : 'clear'
      return { finding, arrears_yuan, holder_name_masked: mask(account.holder_name), is_restricted }
    },
    arrears: (account_no) => find(account_no)?.arrears_yuan ?? 0,
    settle: (account_no) => {
      const account = book.get(account_no)
      if (account) account.arrears_yuan = 0
      return account !== undefined || is_open
    },
    rename: (account_no, holder_name) => {
      const account = book.get(account_no)
      if (account) account.holder_name = holder_name
    },
  }
}

/** The family name stays, the rest is starred. */
function mask(name: string): string | null {
  const letters = [...name]
  return letters[0] === undefined ? null : letters[0] + '*'.repeat(letters.length - 1)
}
