/** Something that should not be in a repository. */
export interface FoundSecret {
  file: string;
  line: number;
  what: string;
}

const patterns: readonly (readonly [what: string, pattern: RegExp, files?: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a key in a connection string', /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=[\w+/%=-]{20,}/i],
  ['a connection string of Application Insights', /\bInstrumentationKey=[\da-f]{8}-[\da-f-]{27}/i],
  ['a key of an Azure account', /(?<![\w+/-])[\w+/]{86}==/],
  ['a signature in an address', /[?&]sig=[\w%+/-]{20,}/],
  ['a client secret of Entra', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/],
  ['a token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a token of GitHub', /\b(?:gh[pousr]_\w{36}|github_pat_\w{40,})/],
  ['a token of npm', /\bnpm_[A-Za-z\d]{36}\b/],
  ['a key of AWS', /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/],
  ['a key of Google', /\bAIza[\w-]{35}\b/],
  ['a token of Slack', /\bxox[abprs]-[\w-]{20,}/],
  ['a password in an address', /\bhttps?:\/\/[^\s/:@'"`]+:[^\s/@'"`{]{8,}@/],
  [
    'a password that is written out',
    /\b(?:password|passwd|secret|api[_-]?key)['"]?\s*[:=]\s*(['"])[^'"\s$<{]{12,}\1/i,
  ],
  ['a right to a registry', /^\s*(?:\/\/\S+:)?_(?:auth|authToken|password)\s*=/, /(?:^|\/)\.npmrc$/],
  ['a registry', /^\s*(?:@[\w-]+:)?registry\s*=/, /(?:^|\/)\.npmrc$/],
  ['a registry', /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/, /(?:^|\/)package-lock\.json$/],
  ['a secret of an environment', /^\s*SECRET_\w+=\S/, /(?:^|\/)\.env\b/],
];

/** Files that are secret by what they are for, whatever is in them. */
const secretFiles = /(?:^|\/)(?:\.env\.[\w-]+\.user|id_(?:rsa|ed25519)|[^/]+\.(?:pem|pfx|p12|jks|keytab))$/;

/** What in a file, by its path in the repository, looks like a secret. It is not repeated. */
export function findSecrets(file: string, text: string): FoundSecret[] {
  const named = secretFiles.test(file) ? [{ file, line: 1, what: 'a file that is kept apart' }] : [];
  const fitting = patterns.filter(([, , files]) => files === undefined || files.test(file));
  const written = text
    .split('\n')
    .flatMap((content, index) =>
      fitting
        .filter(([, pattern]) => pattern.test(content))
        .map(([what]) => ({ file, line: index + 1, what })),
    );
  return [...named, ...written];
}
