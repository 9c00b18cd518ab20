const live = process.stdout.isTTY === true && !process.env.CI;
/** seconds between two lines of progress where the output is no terminal */
const QUIET = 15;

export const say = (text = '') => process.stdout.write(`${text}\n`);

const since = (started) => {
  const seconds = (performance.now() - started) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} 秒` : `${Math.round(seconds)} 秒`;
};

const oneLine = (text, width) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

/**
 * Runs one step under its title and shows how long it takes; `work` gets `note(text)` for what happens inside and may
 * return a summary (text) or any result. What `work` throws is marked and thrown on.
 */
export async function step(title, work) {
  const started = performance.now();
  let latest = '';
  const status = () => `${title}　${since(started)}${latest ? `　${latest}` : ''}`;
  const show = () =>
    live
      ? process.stdout.write(`\r\u001b[K… ${oneLine(status(), (process.stdout.columns ?? 80) / 2)}`)
      : say(`  … ${oneLine(status(), 110)}`);
  if (live) show();
  else say(`… ${title}`);
  const timer = setInterval(show, live ? 500 : QUIET * 1000);
  const close = (mark, summary) => {
    clearInterval(timer);
    say(`${live ? '\r\u001b[K' : ''}${mark} ${title}${summary ? `：${summary}` : ''}（${since(started)}）`);
  };
  try {
    const result = await work((text) => {
      latest = text.trim();
    });
    close('✓', typeof result === 'string' ? result : '');
    return result;
  } catch (error) {
    close('✗');
    throw error;
  }
}
