import { ConfigProvider, theme as themes } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { useTheme } from './theme.ts'

/** Ant Design in our colours and language, for panels that need its tables and pickers. Import it only from a panel: it must not reach the first bundle. */
export function Antd({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const theme = useTheme()
  const isDark = theme === 'dark'
  return (
    <ConfigProvider
      locale={language === 'en' ? en : zh}
      componentSize="small"
      theme={{
        algorithm: isDark ? themes.darkAlgorithm : themes.defaultAlgorithm,
        token: {
          colorPrimary: isDark ? '#7db1ff' : '#1459b8',
          colorBgContainer: isDark ? '#151b23' : '#ffffff',
          colorBgElevated: isDark ? '#1b232d' : '#ffffff',
          colorBorder: isDark ? '#728196' : '#8a95a3',
          colorBorderSecondary: isDark ? '#2b3643' : '#dde2e8',
          colorText: isDark ? '#e7ecf2' : '#18212c',
          colorTextSecondary: isDark ? '#a7b3c2' : '#505c6b',
          borderRadius: 6,
          fontSize: 13,
          fontFamily: 'var(--font)',
        },
      }}
    >
      {children}
    </ConfigProvider>
  )
}
