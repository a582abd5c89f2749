import { z } from 'zod';

const talkLine = z.strictObject({
  id: z.string(),
  /** The name of who said it. */
  author: z.string(),
  mine: z.boolean(),
  at: z.iso.datetime(),
  /** Empty when it was deleted, or was no text. */
  text: z.string(),
  /** There is more of it in Teams. */
  cut: z.boolean(),
  /** A picture or a file came with it, which is in Teams only. */
  attachment: z.boolean(),
  edited: z.boolean(),
  deleted: z.boolean(),
});

/** What the jury says below the posts, for each round in which this person may read along. */
export const discussion = z.strictObject({
  rounds: z.array(
    z.strictObject({
      roundId: z.string(),
      name: z.string(),
      /** Opens the thread in Teams; absent while there is no post. */
      link: z.url().optional(),
      /** Whether everything is here; otherwise there may be more in Teams. */
      complete: z.boolean(),
      /** Oldest first. */
      lines: z.array(talkLine),
    }),
  ),
});

export type Discussion = z.infer<typeof discussion>;
export type TalkLine = z.infer<typeof talkLine>;
