import {
  CloudAdapter,
  INVOKE_RESPONSE_KEY,
  TurnContext,
  type Activity,
  type InvokeResponse,
} from 'botbuilder';

type Logic = (context: TurnContext) => Promise<void>;

/**
 * The SDK's adapter behind our own gate. It gets no connector: what is sent goes through the messenger, which knows
 * Teams' limits and what may be sent twice; a handler that sends by the turn's context gets an error.
 */
class GatedAdapter extends CloudAdapter {
  async run(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, logic);
    // @NOTE under this key the SDK keeps the activity by which the logic answered the invoke, if it did
    const response = context.turnState.get<{ value: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY);
    return response?.value;
  }
}

const adapter = new GatedAdapter();

/**
 * Runs the logic as a turn of the Bot Framework's SDK.
 * @param activity verified by the gate
 * @returns what the logic answered an invoke with
 */
export function runTurn(
  activity: Record<string, unknown>,
  logic: Logic,
): Promise<InvokeResponse | undefined> {
  // @NOTE the SDK wants its whole type, and reads of it what Teams sends
  return adapter.run(activity as unknown as Activity, logic);
}
