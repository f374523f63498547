/**
 * Who may do what, as data that a person can review: for each operation, what each caller is answered on the owner's object.
 * `own` is the party the object belongs to; `other` is the same role in another organisation; `elsewhere` the same role in another district.
 */
export type Caller =
  | 'own promoter'
  | 'other promoter'
  | 'authority'
  | 'authority elsewhere'
  | 'inspector'
  | 'inspector elsewhere'
  | 'own utility'
  | 'other utility'
  | 'planner'
  | 'own registry'
  | 'other registry'
  | 'auditor'
  | 'admin'
  | 'public'

export interface Row {
  operation: string
  expected: Record<Caller, number>
}

const hidden = { 'authority elsewhere': 404, 'inspector elsewhere': 404, 'other promoter': 404 } as const

export const matrix: readonly Row[] = [
  {
    operation: 'read a planned dig',
    expected: {
      ...hidden,
      'own promoter': 200,
      authority: 200,
      inspector: 200,
      'own utility': 404,
      'other utility': 404,
      planner: 200,
      'own registry': 404,
      'other registry': 404,
      auditor: 200,
      admin: 200,
      public: 404,
    },
  },
  {
    operation: 'cancel the dig',
    expected: {
      ...hidden,
      'own promoter': 200,
      authority: 403,
      inspector: 403,
      'own utility': 404,
      'other utility': 404,
      planner: 403,
      'own registry': 404,
      'other registry': 404,
      auditor: 403,
      admin: 403,
      public: 404,
    },
  },
  {
    operation: 'apply for the permit',
    expected: {
      ...hidden,
      'own promoter': 201,
      authority: 403,
      inspector: 403,
      'own utility': 404,
      'other utility': 404,
      planner: 403,
      'own registry': 404,
      'other registry': 404,
      auditor: 403,
      admin: 403,
      public: 404,
    },
  },
  {
    operation: 'accept the application',
    expected: {
      ...hidden,
      'own promoter': 403,
      authority: 200,
      inspector: 403,
      'own utility': 404,
      'other utility': 404,
      planner: 403,
      'own registry': 404,
      'other registry': 404,
      auditor: 403,
      admin: 403,
      public: 404,
    },
  },
  {
    operation: 'note something internally',
    expected: {
      ...hidden,
      'own promoter': 201,
      authority: 201,
      inspector: 201,
      'own utility': 404,
      'other utility': 404,
      planner: 201,
      'own registry': 404,
      'other registry': 404,
      auditor: 201,
      admin: 201,
      public: 404,
    },
  },
  {
    operation: 'answer the request',
    expected: {
      ...hidden,
      'own promoter': 403,
      authority: 403,
      inspector: 403,
      'own utility': 200,
      'other utility': 404,
      planner: 403,
      'own registry': 404,
      'other registry': 404,
      auditor: 403,
      admin: 403,
      public: 404,
    },
  },
  {
    operation: 'read the transfer',
    expected: {
      'own promoter': 404,
      'other promoter': 404,
      authority: 404,
      'authority elsewhere': 404,
      inspector: 404,
      'inspector elsewhere': 404,
      'own utility': 200,
      'other utility': 404,
      planner: 404,
      'own registry': 200,
      'other registry': 404,
      auditor: 404,
      admin: 404,
      public: 404,
    },
  },
  {
    operation: 'read the audit',
    expected: {
      'own promoter': 403,
      'other promoter': 403,
      authority: 403,
      'authority elsewhere': 403,
      inspector: 403,
      'inspector elsewhere': 403,
      'own utility': 403,
      'other utility': 403,
      planner: 403,
      'own registry': 403,
      'other registry': 403,
      auditor: 200,
      admin: 200,
      public: 401,
    },
  },
  {
    operation: 'invite somebody',
    expected: {
      'own promoter': 403,
      'other promoter': 403,
      authority: 403,
      'authority elsewhere': 403,
      inspector: 403,
      'inspector elsewhere': 403,
      'own utility': 403,
      'other utility': 403,
      planner: 403,
      'own registry': 403,
      'other registry': 403,
      auditor: 403,
      admin: 201,
      public: 401,
    },
  },
  {
    operation: 'read the open invitations',
    expected: {
      'own promoter': 403,
      'other promoter': 403,
      authority: 403,
      'authority elsewhere': 403,
      inspector: 403,
      'inspector elsewhere': 403,
      'own utility': 403,
      'other utility': 403,
      planner: 403,
      'own registry': 403,
      'other registry': 403,
      auditor: 403,
      admin: 200,
      public: 401,
    },
  },
  {
    operation: 'take an invitation back',
    expected: {
      'own promoter': 403,
      'other promoter': 403,
      authority: 403,
      'authority elsewhere': 403,
      inspector: 403,
      'inspector elsewhere': 403,
      'own utility': 403,
      'other utility': 403,
      planner: 403,
      'own registry': 403,
      'other registry': 403,
      auditor: 403,
      admin: 204,
      public: 401,
    },
  },
  {
    operation: 'end an account',
    expected: {
      'own promoter': 403,
      'other promoter': 403,
      authority: 403,
      'authority elsewhere': 403,
      inspector: 403,
      'inspector elsewhere': 403,
      'own utility': 403,
      'other utility': 403,
      planner: 403,
      'own registry': 403,
      'other registry': 403,
      auditor: 403,
      admin: 204,
      public: 401,
    },
  },
  {
    operation: 'revoke a token',
    expected: {
      'own promoter': 204,
      'other promoter': 404,
      authority: 404,
      'authority elsewhere': 404,
      inspector: 404,
      'inspector elsewhere': 404,
      'own utility': 404,
      'other utility': 404,
      planner: 404,
      'own registry': 404,
      'other registry': 404,
      auditor: 404,
      admin: 404,
      public: 401,
    },
  },
  {
    operation: 'create an organisation',
    expected: {
      'own promoter': 403,
      'other promoter': 403,
      authority: 403,
      'authority elsewhere': 403,
      inspector: 403,
      'inspector elsewhere': 403,
      'own utility': 403,
      'other utility': 403,
      planner: 403,
      'own registry': 403,
      'other registry': 403,
      auditor: 403,
      admin: 201,
      public: 401,
    },
  },
]
