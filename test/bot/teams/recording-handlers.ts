import type {
  DialogReply,
  InboundEvent,
  PlaceChanged,
  TapReply,
} from '../../../bot/conversation/inbound-event.ts';
import type { TeamsHandlers } from '../../../bot/teams/handlers.ts';

type Deed = Exclude<InboundEvent, PlaceChanged>;

/** Handlers that keep what they hear, and do as they are told. */
export interface RecordingHandlers extends TeamsHandlers {
  heard: Deed[];
  /** What Teams told of channels and teams. */
  places: PlaceChanged[];
  /** What the next ones do: answers a tap, throws, or takes its time. */
  act: (event: Deed) => TapReply | Promise<TapReply>;
  /** The same for what is done with dialogs. */
  actInDialog: (event: Deed) => DialogReply | undefined | Promise<DialogReply>;
  reset(): void;
}

const nothing: TapReply = { kind: 'message', text: 'gehoord' };

export function recordingHandlers(): RecordingHandlers {
  const hear = async (event: Deed): Promise<TapReply> => {
    handlers.heard.push(event);
    return handlers.act(event);
  };
  const hearOnly = async (event: Deed): Promise<void> => {
    await hear(event);
  };
  const hearInDialog = async (event: Deed): Promise<DialogReply | undefined> => {
    handlers.heard.push(event);
    return handlers.actInDialog(event);
  };
  const handlers: RecordingHandlers = {
    heard: [],
    places: [],
    act: () => nothing,
    actInDialog: () => undefined,
    reset() {
      handlers.heard.length = 0;
      handlers.places.length = 0;
      handlers.act = () => nothing;
      handlers.actInDialog = () => undefined;
    },
    tapped: hear,
    said: hearOnly,
    arrived: hearOnly,
    mentioned: hearOnly,
    placeChanged: async (event) => {
      handlers.places.push(event);
    },
    talked: hearOnly,
    dialogOpened: hearInDialog,
    dialogSubmitted: hearInDialog,
  };
  return handlers;
}
