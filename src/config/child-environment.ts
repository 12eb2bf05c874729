type Variables = Readonly<Record<string, string | undefined>>

/** What a program needs of its surroundings: where things are, how to write, where there is a desktop. */
const needed: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TEMP', 'TMP'],
  ...['LANG', 'LANGUAGE', 'TZ', 'LD_LIBRARY_PATH', 'CI'],
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['FONTCONFIG_FILE', 'FONTCONFIG_PATH', 'CHROME_DEVEL_SANDBOX', 'PLAYWRIGHT_BROWSERS_PATH'],
  ...['PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'OS', 'NUMBER_OF_PROCESSORS'],
  ...['USERNAME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA'],
  ...['ALLUSERSPROFILE', 'PUBLIC', 'PROGRAMDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'],
  ...['PROGRAMW6432', 'COMMONPROGRAMFILES', 'PROCESSOR_ARCHITECTURE'],
])

/** What a download goes by. A proxy's address may hold a password, so that nothing else gets it. */
export const downloadVariables = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['NODE_EXTRA_CA_CERTS', 'PLAYWRIGHT_DOWNLOAD_HOST', 'PLAYWRIGHT_CHROMIUM_DOWNLOAD_HOST'],
  'PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT',
] as const

/**
 * The environment of a program that is started: no setting of ours, no secret of whoever started us, which a program's
 * environment would show to it, to its crash reports, and in `/proc`. Names count in any case.
 */
export const childEnvironment = (
  variables: Variables,
  further: readonly string[] = [],
): Record<string, string> => {
  const wanted = new Set(further)
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => {
      const upper = name.toUpperCase()
      const passes = needed.has(upper) || wanted.has(upper) || /^(LC|XDG)_/.test(upper)
      return passes && value !== undefined ? [[name, value] as const] : []
    }),
  )
}
