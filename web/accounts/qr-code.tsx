import { QRCode } from 'antd'

/** Dark on white in either theme: what a phone's camera reads. */
export function QrCode({ text, label }: { text: string; label: string }) {
  return (
    <QRCode type="svg" value={text} aria-label={label} size={168} color="#18212c" bgColor="#ffffff" bordered={false} />
  )
}
