import { getGlobalDispatcher, type Dispatcher } from 'undici';

/** It was told not to go before anything of it was written. */
export class NotGoneError extends Error {
  readonly code = 'not-gone';
  constructor() {
    super('a request was held back at the last moment');
  }
}

/**
 * The usual connections, which ask `mayGo` when one of them is about to write the request: after the token, the
 * connection and whatever else had to be waited for. A process that slept meanwhile then finds out.
 */
export function askingLast(mayGo: () => boolean): Dispatcher {
  return getGlobalDispatcher().compose(
    (dispatch) => (options, handler) => dispatch(options, asking(handler, mayGo)),
  );
}

/** The same handler; what it throws before the request is written keeps it from being written. */
function asking(handler: Dispatcher.DispatchHandler, mayGo: () => boolean): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller, context) => {
      if (!mayGo()) throw new NotGoneError();
      handler.onRequestStart?.(controller, context);
    },
    onResponseStart: (...answer) => handler.onResponseStart?.(...answer),
    onResponseData: (...data) => handler.onResponseData?.(...data),
    onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
    onResponseError: (...failure) => handler.onResponseError?.(...failure),
  };
}
