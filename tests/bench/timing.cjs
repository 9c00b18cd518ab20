// Preloaded into a measured server: milliseconds of clock and of processor for each request, a line each, into the file that
// JUESUAN_BENCH_TIMES names. Requests come one at a time.
const { appendFileSync } = require('node:fs');
const { Server } = require('node:http');

const { emit } = Server.prototype;
Server.prototype.emit = function (event, ...given) {
  const [request, response] = given;
  if (event === 'request') {
    const began = performance.now();
    const used = process.cpuUsage();
    response.once('close', () => {
      const { user, system } = process.cpuUsage(used);
      const times = { url: request.url, clock: performance.now() - began, processor: (user + system) / 1000 };
      appendFileSync(process.env.JUESUAN_BENCH_TIMES, `${JSON.stringify(times)}\n`);
    });
  }
  return emit.call(this, event, ...given);
};
