import { canonicalJson } from '../canonical-json.ts';
import { personKeyOf } from '../person.ts';
import type { MarkKind } from './mark-pattern.ts';
import { MarkPattern } from './mark-pattern.ts';
import type { Erasure } from './marks.ts';
import { isTheirId, isTheirMail } from './marks.ts';

/** Any JSON: what is kept. */
type Value = unknown;
type Body = Record<string, Value>;

/**
 * Takes somebody out of what is kept, whatever kind of document it is: everything is walked, keys and values. The same
 * value becomes the same wherever it stands, so that a document and the log entry that tells of it stay alike; what has
 * been redacted already stays as it is.
 */
export class Redactor {
  readonly #erasure: Erasure;
  readonly #pattern: MarkPattern;

  constructor(erasure: Erasure) {
    this.#erasure = erasure;
    this.#pattern = new MarkPattern(erasure.marks);
  }

  /** Of a document or a partition. */
  id(id: string): string {
    return this.#pattern.replaceIn(id, (kind, found) => this.#instead(kind, found, true));
  }

  value(value: Value): Value {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((each) => this.value(each));
    if (typeof value !== 'object' || value === null) return value;
    // @NOTE what is no list and not null is an object
    return this.#object(value as Body);
  }

  /**
   * A log entry: what is left of it keeps its hash and its place, without the salt that would let its hash be tried.
   * @returns the same when nothing of it is theirs
   */
  entry(body: Value): Value {
    if (typeof body !== 'object' || body === null) return body;
    // @NOTE a log entry is an object
    const { salt: _salt, ...rest } = body as Body;
    const after = this.value(rest);
    return canonicalJson(after) === canonicalJson(rest) ? body : { ...(after as Body), redacted: true };
  }

  #object(body: Body): Body {
    const settled = this.#personKey(
      this.#contact(this.#said(this.#named(this.#freeze(this.#draft(this.#message(body)))))),
    );
    const kept = new Set(this.#isOfAnother(settled) ? ['name', 'authorName'] : []);
    return Object.fromEntries(
      Object.entries(settled).map(([key, value]) => [
        this.id(key),
        kept.has(key) ? value : this.value(value),
      ]),
    );
  }

  #text(text: string): string {
    return this.#pattern.replaceIn(text, (kind, found) => this.#instead(kind, found, false));
  }

  #instead(kind: MarkKind, found: string, isId: boolean): string {
    const { pseudonym, words, marks } = this.#erasure;
    const { objectId } = personKeyOf(pseudonym);
    switch (kind) {
      case 'id':
        return found.includes('%') ? encodeURIComponent(pseudonym) : pseudonym;
      case 'object':
        return objectId;
      case 'teams':
        return pseudonym;
      case 'invitation':
        return `invitation:${objectId}-${String(marks.invitations.indexOf(found) + 1)}`;
      case 'mail':
      case 'phone':
        return isId ? objectId : words.detail;
      case 'name':
        return isId ? objectId : words.name;
      default:
        return kind satisfies never;
    }
  }

  /** Whoever still writes a submission is asked for another contact. */
  #draft(body: Body): Body {
    const { answers } = body;
    if (typeof answers !== 'object' || answers === null) return body;
    const isTheirs = (each: Value) =>
      typeof each === 'object' &&
      each !== null &&
      'mail' in each &&
      isTheirMail(this.#erasure.marks, each.mail);
    const kept = Object.entries(answers).filter(([, answer]) => !isTheirs(answer));
    return { ...body, answers: Object.fromEntries(kept) };
  }

  /** A message to them says nothing any more. */
  #message(body: Body): Body {
    const { destination } = body;
    const isTheirs =
      typeof destination === 'object' &&
      destination !== null &&
      'person' in destination &&
      isTheirId(this.#erasure.marks, destination.person);
    return isTheirs ? { ...body, content: { kind: 'nothing' } } : body;
  }

  /** Sheets that are frozen: the salt of their hash goes with the first judge. */
  #freeze(body: Body): Body {
    const { judges, salt, ...rest } = body;
    if (salt === undefined || !Array.isArray(judges)) return body;
    return judges.some((judge) => isTheirId(this.#erasure.marks, judge)) ? { judges, ...rest } : body;
  }

  /** Somebody by their id, with what they are called. */
  #named(body: Body): Body {
    if (!peopleKeys.some((key) => isTheirId(this.#erasure.marks, body[key]))) return body;
    const { mail: _mail, ...rest } = body;
    const { name } = this.#erasure.words;
    return {
      ...rest,
      ...(typeof body.name === 'string' && { name }),
      ...(typeof body.authorName === 'string' && { authorName: name }),
    };
  }

  /** What they said in the jury's talk, or asked. */
  #said(body: Body): Body {
    const { marks, words } = this.#erasure;
    if (isTheirId(marks, body.author) && typeof body.authorName === 'string') {
      const moments = [body.saidAt, body.editedAt, body.restoredAt, body.deletedAt].filter(isText);
      const deletedAt = moments.sort().at(-1);
      return {
        ...{ ...body, text: '', isCut: false, hasAttachment: false },
        ...(deletedAt !== undefined && { deletedAt }),
      };
    }
    if (isTheirId(marks, body.by) && body.from === 'asker') return { ...body, text: words.said };
    return body;
  }

  /** Whatever has their address: a contact, an invitation. */
  #contact(body: Body): Body {
    if (!isTheirMail(this.#erasure.marks, body.mail)) return body;
    const { words } = this.#erasure;
    if (Array.isArray(body.roles))
      return { ...body, mail: '', ...(isText(body.name) && { name: words.name }) };
    const { role: _role, phone: _phone, ...rest } = body;
    return { ...rest, mail: '', ...(isText(body.name) && { name: words.contact }) };
  }

  #personKey(body: Body): Body {
    const { id } = this.#erasure.marks;
    if (id === undefined || !isText(body.objectId) || !isText(body.tenantId)) return body;
    if (`${body.tenantId}:${body.objectId}`.toLowerCase() !== id) return body;
    const { teamsUserId: _teams, ...rest } = body;
    const name = isText(body.name) && { name: this.#erasure.words.name };
    return { ...rest, ...personKeyOf(this.#erasure.pseudonym), ...name };
  }

  /** Somebody else may be called the same. */
  #isOfAnother(body: Body): boolean {
    const { marks, pseudonym } = this.#erasure;
    const isElse = (id: unknown) =>
      isText(id) && id.includes(':') && !isTheirId(marks, id) && id !== pseudonym;
    if (isText(body.objectId) && isText(body.tenantId)) return isElse(`${body.tenantId}:${body.objectId}`);
    return peopleKeys.some((key) => isElse(body[key]));
  }
}

/** Keys that tell whose something is. */
const peopleKeys = ['person', 'by', 'author'] as const;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
