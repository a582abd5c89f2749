/**
 * How long what needs no keeping is kept, in seconds after its last write. Not for what a person is busy with, what a
 * card is drawn from, what counts or what is logged: that has no end here.
 */

const day = 24 * 60 * 60;

/** Longer than a judge sits before one sheet. Without it their card shows the post again, and a tap opens the sheet. */
export const openSheetSeconds = day / 2;

/**
 * That something was done. Teams brings a tap or a message again within minutes, and a phone that had no connection
 * within days; whoever does the same after a week means it.
 */
export const deedSeconds = 7 * day;

/**
 * That the change of a draft was made. The server itself makes it until it is done, in seconds or when it runs again;
 * and made again it is refused or changes nothing, as what it was based on is no longer what stands.
 */
export const takenChangeSeconds = 30 * day;

/** How far a list of addresses was taken. Who sends it again from the same form after this has them found: `already`. */
export const addressListSeconds = 30 * day;

/** A draft that was thrown away. A tap on its old card is answered with that it isn't there, and the chat begins anew. */
export const discardedDraftSeconds = 30 * day;

/**
 * A line in a chat that holds nothing anybody typed, so that neither deleting nor erasing has to change it. It is
 * written once, when the next question comes.
 */
export const emptyLineSeconds = 30 * day;

/** Where such a line stands in Teams: longer than the line, or it would be posted once more. */
export const emptyLineDeliverySeconds = 90 * day;
