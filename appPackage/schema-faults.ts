import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';

/**
 * What Microsoft's schema, which the content names in its `$schema`, has against it; empty when nothing.
 * The schemas come with the library: nothing is fetched.
 * @throws Error when it names none
 */
export async function schemaFaults(content: unknown): Promise<string[]> {
  // @NOTE whether it is one is what the schema is asked
  const manifest = content as TeamsManifest;
  const schema = await AppManifestUtils.fetchSchema(manifest.$schema ?? '');
  return AppManifestUtils.validateAgainstSchema(manifest, withPatternsThatWork(schema));
}

/**
 * The schema for languages has patterns (`\b]`, about activities) that are no regular expressions to its own validator.
 * Without them what they would allow is refused.
 */
function withPatternsThatWork<Schema>(schema: Schema): Schema {
  // @NOTE nothing else is changed on the way
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'patternProperties' && typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([pattern]) => isPattern(pattern)))
      : value,
  ) as Schema;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
