import {
  Button,
  Dialog as Modal,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

import { words } from '../words.ts';

/** Asks whether what was filled in may go. */
export function DiscardQuestion({ keep, throwAway }: { keep: () => void; throwAway: () => void }) {
  return (
    <Modal open modalType="alert" onOpenChange={keep}>
      <DialogSurface className="discard" backdrop={{ className: 'discard-back' }}>
        <DialogBody>
          <DialogTitle>{words.discard}</DialogTitle>
          <DialogContent>{words.discardAbout}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={keep}>
              {words.keep}
            </Button>
            <Button onClick={throwAway}>{words.throwAway}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Modal>
  );
}
