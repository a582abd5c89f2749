import { Button } from '@fluentui/react-components';

import { words } from '../words.ts';

/** What stands in for a part that the simulator did not give. */
export function Trouble({ retry, text = words.noSimulator }: { retry: () => unknown; text?: string }) {
  return (
    <div className="trouble" role="alert">
      <p>{text}</p>
      <Button onClick={() => void retry()}>{words.retry}</Button>
    </div>
  );
}
