import type { DialogReply, InboundEvent, TapReply } from '../../../bot/conversation/inbound-event.ts';
import type { TeamsHandlers } from '../../../bot/teams/handlers.ts';

/** Handlers that keep what they hear, and do as they are told. */
export interface RecordingHandlers extends TeamsHandlers {
  heard: InboundEvent[];
  /** What the next ones do: answers a tap, throws, or takes its time. */
  act: (event: InboundEvent) => TapReply | Promise<TapReply>;
  /** The same for what is done with dialogs. */
  actInDialog: (event: InboundEvent) => DialogReply | undefined | Promise<DialogReply>;
  reset(): void;
}

const nothing: TapReply = { kind: 'message', text: 'gehoord' };

export function recordingHandlers(): RecordingHandlers {
  const hear = async (event: InboundEvent): Promise<TapReply> => {
    handlers.heard.push(event);
    return handlers.act(event);
  };
  const hearOnly = async (event: InboundEvent): Promise<void> => {
    await hear(event);
  };
  const hearInDialog = async (event: InboundEvent): Promise<DialogReply | undefined> => {
    handlers.heard.push(event);
    return handlers.actInDialog(event);
  };
  const handlers: RecordingHandlers = {
    heard: [],
    act: () => nothing,
    actInDialog: () => undefined,
    reset() {
      handlers.heard.length = 0;
      handlers.act = () => nothing;
      handlers.actInDialog = () => undefined;
    },
    tapped: hear,
    said: hearOnly,
    arrived: hearOnly,
    mentioned: hearOnly,
    talked: hearOnly,
    dialogOpened: hearInDialog,
    dialogSubmitted: hearInDialog,
  };
  return handlers;
}
