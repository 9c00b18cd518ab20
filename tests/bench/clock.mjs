export const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** Seconds that `work` takes. */
export async function secondsOf(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Median seconds of `times` runs. */
export async function medianSeconds(times, work) {
  const seconds = [];
  for (let run = 0; run < times; run += 1) seconds.push(await secondsOf(work));
  return median(seconds);
}
