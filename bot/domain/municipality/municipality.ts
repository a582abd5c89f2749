import type { PlainDay } from '../instant.ts';
import register from './municipalities.json' with { type: 'json' };

/** A Dutch municipality of 2020 or later (source: CBS, CC BY). */
export interface Municipality {
  /** CBS code, `GM0344`. */
  code: string;
  name: string;
  province: string;
  /** Other names people use: "Den Haag", "Den Bosch". */
  aliases?: string[];
  /** The day it began to exist; absent when before 2020. */
  validFrom?: PlainDay;
  /** The first day on which it no longer existed. */
  validTo?: PlainDay;
  /** The codes it merged into. */
  successor?: string[];
  slug: string;
}

export const municipalities: readonly Municipality[] = register;

const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]));

export function municipalityOf(code: string): Municipality | undefined {
  return byCode.get(code);
}

export function existsOn(municipality: Municipality, day: PlainDay): boolean {
  if (municipality.validFrom !== undefined && day < municipality.validFrom) return false;
  return municipality.validTo === undefined || day < municipality.validTo;
}
