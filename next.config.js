/** @type {import('next').NextConfig} */
export default {
  /** Types are checked by `npm test`; a build for serving does not repeat it. */
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  serverExternalPackages: ['better-sqlite3'],
  /** Titles stand in the head of the first HTML for every reader, not only for known crawlers. */
  htmlLimitedBots: /.*/,
  devIndicators: false,
  headers: async () => [
    {
      /** Named here because the server compresses only what has its type before the handler answers. */
      source: '/charts/:panel',
      headers: [{ key: 'Content-Type', value: 'application/json; charset=utf-8' }],
    },
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
      ],
    },
    {
      source: '/((?!embed/).*)',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
        },
      ],
    },
  ],
};
