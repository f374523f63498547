import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: 'primary' | 'danger' | 'quiet'
  size?: 'small'
  icon?: IconName
  /** with an icon alone the label is read out and shown on hover */
  label?: string
}

/** The one button. `label` without children makes an icon button with an accessible name. */
export function Button({ look, size, icon, label, children, className = '', ...rest }: Props) {
  const isBare = icon !== undefined && !children
  return (
    <button
      type="button"
      className={['button', look, size, isBare && 'icon', className].filter(Boolean).join(' ')}
      {...(label ? { 'aria-label': label, title: label } : {})}
      {...rest}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 15 : 17} />}
      {children}
    </button>
  )
}
