/** What the environment says about standing in public; read once, when the server starts. */
export interface Settings {
  /** points an address may spend in a minute; null turns the limits off */
  points: number | null;
  /** addresses and networks whose X-Forwarded-* headers are believed */
  trusted: readonly string[];
  /** the site is reached over https: JUESUAN_ORIGIN says so */
  secure: boolean;
  logLevel: LogLevel;
  /** settings that were not understood, as sentences for the log */
  complaints: readonly string[];
}

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Room for a few hundred readers behind one address, out of reach of a program that asks as fast as it can. */
export const POINTS = 3000;

const DIGITS = /^[1-9]\d{0,8}$/;
const wordsOf = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter((word) => word !== '');

type Environment = Readonly<Record<string, string | undefined>>;

function pointsOf(told: string | undefined, complain: (text: string) => void): number | null {
  const word = (told ?? '').trim();
  if (word === '') return POINTS;
  if (word === 'off') return null;
  if (DIGITS.test(word)) return Number(word);
  complain(`JUESUAN_RATE_LIMIT should be off or points a minute: ${word}; using ${POINTS}`);
  return POINTS;
}

function levelOf(told: string | undefined, complain: (text: string) => void): LogLevel {
  const word = (told ?? '').trim() || 'info';
  const level = LOG_LEVELS.find((one) => one === word);
  if (!level) complain(`JUESUAN_LOG_LEVEL should be one of ${LOG_LEVELS.join(', ')}: ${word}; using info`);
  return level ?? 'info';
}

/** Settings from the environment; what is not understood is left at its default and complained about. */
export function readSettings(environment: Environment = process.env): Settings {
  const complaints: string[] = [];
  const complain = (text: string): void => {
    complaints.push(text);
  };
  const origin = environment.JUESUAN_ORIGIN ?? '';
  return {
    points: pointsOf(environment.JUESUAN_RATE_LIMIT, complain),
    trusted: wordsOf(environment.JUESUAN_TRUSTED_PROXIES),
    secure: URL.canParse(origin) && new URL(origin).protocol === 'https:',
    logLevel: levelOf(environment.JUESUAN_LOG_LEVEL, complain),
    complaints,
  };
}
