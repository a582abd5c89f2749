import { Avatar } from '@fluentui/react-components';

interface FaceProps {
  name: string;
  /** A person has a colour of their own, by their id. */
  person?: string;
  color?: 'brand' | 'steel';
  size: 28 | 32;
}

/** The initials beside a name: an ornament, without a name of its own for those who search the page by name. */
export function Face({ name, person, color = 'brand', size }: FaceProps) {
  const initials = initialsOf(name);
  return person === undefined ? (
    <Avatar initials={initials} size={size} shape="square" color={color} aria-hidden />
  ) : (
    <Avatar initials={initials} size={size} color="colorful" idForColor={person} aria-hidden />
  );
}

/** "Sanne de Wit" is SW, "GemeenteDelers" is G. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}
