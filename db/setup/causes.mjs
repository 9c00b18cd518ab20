/** What a failed command's output says about the cause, most specific first. */
const CAUSES = [
  [/EBADENGINE/, '本机 Node 的版本不合要求：请安装 Node 20.19 以上的 20 系列，或 22.12 以上的版本。'],
  [
    /nodejs\.org\/|node-v[\d.]+-headers/,
    '编译 better-sqlite3 需要 Node 的头文件，下载未成：请接通网络，或用 npm config set nodedir 指明其所在目录。',
  ],
  [
    /find Python|not found: make|make: not found|g\+\+: (?:not found|command not found|No such file)|`make` failed|Xcode|find Visual Studio/i,
    '编译 better-sqlite3 需要编译器：请安装 python3、make 和 g++（Debian：apt-get install -y python3 make g++；macOS：xcode-select --install）。',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|Could not resolve|Temporary failure resolving|socket hang up/,
    '网络不通：无法连到软件源，请检查网络、代理或 npm 的 registry 设置后重试。',
  ],
  [/SELF_SIGNED_CERT|CERT_|unable to get (?:local )?issuer/, '软件源的证书不被信任：请为 npm 设置 cafile。'],
  [/EUSAGE|in sync/, 'package.json 与 package-lock.json 不一致：请运行 npm install 后提交两个文件。'],
  [/ETARGET|E404/, '软件源里没有所需的版本：请换一个完整的 npm 软件源。'],
  [/EINTEGRITY/, '下载的软件包校验不符：请运行 npm cache verify 后重试。'],
  [/ENOSPC|No space left/, '磁盘已满：请腾出空间后重试。'],
  [/EADDRINUSE/, '端口已被占用：请换一个端口，例如 PORT=3001 npm start。'],
  [/EACCES|EPERM|EROFS|Permission denied/, '没有写入权限：请检查本目录的归属与权限。'],
  [/SQLITE_BUSY|database is locked/, '数据库正被另一个程序写入：请稍后重试。'],
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|not a database|malformed/,
    '数据库文件已损坏，或不是 SQLite 文件：请移走该文件后重试。',
  ],
  [/heap out of memory|Killed|ENOMEM/, '内存不足：请关闭其他程序后重试。'],
];

/** The likely cause in one Chinese sentence; the output itself follows where no cause is known. */
export function causeOf(output, code = 1) {
  if (code === 137) return '进程被系统终止，多半是内存不足：请关闭其他程序后重试。';
  return CAUSES.find(([pattern]) => pattern.test(output))?.[1] ?? '原因见下面的输出。';
}
