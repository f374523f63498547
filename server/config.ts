import { z } from 'zod'

const flag = z.enum(['on', 'off'])

/** Every setting, its default and what it means. `.env.example` is kept equal to this by a test. The only reader of the environment. */
export const settings = {
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('Port to listen on.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on. The demo works on a loopback address only.'),
  DATA_DIR: z.string().default('./.data').describe('Folder of the embedded database, of files and of keys.'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('PostgreSQL >= 15 with PostGIS >= 3.3. Unset: the embedded database in DATA_DIR.'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10).describe('Connections to DATABASE_URL.'),
  DATABASE_PREPARED: flag
    .default('on')
    .describe('Named prepared statements; off behind a transaction pooler older than PgBouncer 1.21.'),
  STATEMENT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(30_000)
    .describe('A statement on PostgreSQL that takes longer is cancelled.'),
  DEMO: flag
    .optional()
    .describe(
      'Synthetic demo district and its accounts. Default: on when the embedded database is new, off with DATABASE_URL.',
    ),
  DISTRICT_CODE: z.coerce
    .number()
    .int()
    .min(100000)
    .max(999999)
    .default(510116)
    .describe('The district this installation serves at home.'),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe('Address under which people and utilities reach this server. Default: http://HOST:PORT.'),
  ENCRYPTION_KEYS: z
    .string()
    .optional()
    .describe('id:base64 keys of 32 bytes, newest first, separated by commas. Unset: made once and kept in DATA_DIR.'),
  RATE_LIMIT: z.coerce
    .number()
    .min(0)
    .max(1000)
    .default(1)
    .describe('Factor on every rate limit of docs/operations.md: 2 allows twice as much, 0 switches them off.'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('Reverse proxies in front of the server: how many last entries of X-Forwarded-For to believe.'),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).default(512).describe('Largest upload.'),
  S3_ENDPOINT: z
    .url()
    .optional()
    .describe('Address of an S3-compatible store for files. Unset: DATA_DIR/files. Needs the four settings below.'),
  S3_BUCKET: z.string().optional().describe('Bucket at S3_ENDPOINT.'),
  S3_ACCESS_KEY: z.string().optional().describe('Access key at S3_ENDPOINT.'),
  S3_SECRET_KEY: z.string().optional().describe('Secret key at S3_ENDPOINT.'),
  S3_REGION: z.string().default('us-east-1').describe('Region that requests to S3_ENDPOINT are signed for.'),
  WEBHOOK_ALLOW_LOOPBACK: flag
    .default('off')
    .describe('Webhooks and prechecks may call http://127.0.0.1 (for tests; the demo allows its own utilities).'),
  SMS_URL: z
    .url()
    .optional()
    .describe('HTTP gateway that sends text messages (POST {to, text}). Unset: messages stay in the demo phone.'),
  SMS_TOKEN: z.string().optional().describe('Bearer token for SMS_URL.'),
  OIDC_ISSUER: z
    .url()
    .optional()
    .describe('OpenID Connect issuer that people may sign in at. Unset: passwords only. Needs OIDC_CLIENT_ID.'),
  OIDC_CLIENT_ID: z.string().optional().describe('This installation as OIDC_ISSUER knows it.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Its secret there. Unset: a public client, with PKCE alone.'),
  OIDC_NAME: z.string().optional().describe('What the sign-in button calls OIDC_ISSUER.'),
  OIDC_LOGIN_CLAIM: z
    .string()
    .default('email')
    .describe(
      'Claim that is compared with a login the first time somebody comes from OIDC_ISSUER. An e-mail address must be verified there.',
    ),
  OIDC_ALLOW_LOOPBACK: flag.default('off').describe('OIDC_ISSUER may be plain http on a loopback address (for tests).'),
  BASEMAP_URL: z
    .string()
    .optional()
    .describe(
      'Base map of the operator: a {z}/{x}/{y} template (for example Tianditu with its key) or a .pmtiles address.',
    ),
  BASEMAP_DATUM: z
    .enum(['WGS84', 'CGCS2000', 'GCJ-02'])
    .default('CGCS2000')
    .describe('Datum of BASEMAP_URL; GCJ-02 is shown with a warning badge.'),
  BASEMAP_ATTRIBUTION: z.string().optional().describe('Attribution shown with BASEMAP_URL.'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('How much is logged.'),
} as const

export type Config = Readonly<z.infer<ReturnType<typeof schema>>>
const schema = () => z.object(settings)

/** Reads the environment once. A wrong value is an error that names the setting. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema().safeParse(given)
  if (parsed.success) return Object.freeze(parsed.data)
  const [issue] = parsed.error.issues
  throw new Error(`setting ${issue!.path.join('.')}: ${issue!.message}`)
}
