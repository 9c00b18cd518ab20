/** @type {import('next').NextConfig} */
export default {
  /** Types are checked by `npm test`; a build for serving does not repeat it. */
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  serverExternalPackages: ['better-sqlite3', 'pino', 'rate-limiter-flexible'],
  /** Titles stand in the head of the first HTML for every reader, not only for known crawlers. */
  htmlLimitedBots: /.*/,
  devIndicators: false,
  /** Pictures are drawn by us; nobody needs to have others resized. */
  images: { unoptimized: true },
};
