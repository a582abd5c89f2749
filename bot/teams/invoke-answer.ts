import type { TapReply } from '../conversation/inbound-event.ts';

/**
 * What stands in the body of the answer to an `adaptiveCard/action`; the HTTP status is 200 whatever stands in it.
 * Source: learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export interface InvokeAnswer {
  statusCode: number;
  type: string;
  value: unknown;
}

const messageType = 'application/vnd.microsoft.activity.message';

/** A message without words: the card stays as it is, and Teams goes on asking for newer ones. */
export const unchanged: InvokeAnswer = { statusCode: 200, type: messageType, value: '' };

export function invokeAnswer(reply: TapReply): InvokeAnswer {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
    case 'message':
      return { statusCode: 200, type: messageType, value: reply.text };
    case 'error':
      return invokeError(400, reply.code, reply.text);
    default:
      return reply satisfies never;
  }
}

/** @param message is shown to the person */
export function invokeError(statusCode: 400 | 500, code: string, message: string): InvokeAnswer {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}
