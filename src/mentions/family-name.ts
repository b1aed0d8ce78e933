/** Small words that belong to the family name after them. */
const PARTICLE =
  /^(?:al|el|as|ben|bin|ibn|abu|da|das|de|del|della|den|der|des|di|do|dos|du|la|le|los|mac|st|ten|ter|van|von|zu|zur)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Kim Jong-un, Ban Ki-moon: the given name is two syllables with a hyphen, and comes last. */
const KOREAN_ORDER = /^(\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+-\p{Ll}+$/u;
/** The most common form by far; a suffix has other capitals or is shorter than a name. */
const GIVEN_AND_FAMILY = /^[A-Z][a-z]+ ([A-Z][a-z]{2,})$/;
const SPACED = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{M}.'’ -]+$/u;

/**
 * The family name in a full name of which only the full form is given, with its particles; none where the script or the order tells nothing.
 * For digests that list people by full names alone.
 */
export function familyName(full: string): string | undefined {
  const plain = GIVEN_AND_FAMILY.exec(full)?.[1];
  if (plain !== undefined) return plain;
  if (!SPACED.test(full)) return undefined;
  const korean = KOREAN_ORDER.exec(full)?.[1];
  if (korean) return korean;
  const words = full.split(/\s+/).filter((word) => !SUFFIX.test(word));
  if (words.length < 2) return undefined;
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] as string)) first--;
  return words.slice(first).join(" ");
}
