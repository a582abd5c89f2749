import { Button } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { canShareToStage, shareToStage } from '../../shared/host/meeting-stage.ts';
import { PlaceContext } from '../../shared/host/place-context.ts';
import { stageAddress } from '../../shared/navigation/stage-address.ts';
import styles from './share-to-meeting.module.css';
import { useSay } from './texts.ts';

/** Brings the stage before everybody in the meeting: in the panel beside one, when Teams says that it can be done. */
export function ShareToMeeting({ categoryId }: { categoryId: string }) {
  const isBesideMeeting = use(PlaceContext) === 'side-panel';
  const { data: canShare } = useQuery({
    queryKey: ['can-share-to-stage'],
    queryFn: canShareToStage,
    enabled: isBesideMeeting,
  });
  return canShare === true && <ShareButton categoryId={categoryId} />;
}

function ShareButton({ categoryId }: { categoryId: string }) {
  const say = useSay();
  const sharing = useMutation({
    mutationFn: () => shareToStage(stageAddress(document.baseURI, categoryId)),
    networkMode: 'always',
  });
  return (
    <>
      <Button appearance="primary" disabledFocusable={sharing.isPending} onClick={() => sharing.mutate()}>
        {say('stage.share')}
      </Button>
      <p className={styles.outcome} role="status">
        {sharing.data !== undefined && say(sharing.data ? 'stage.shared' : 'stage.notShared')}
      </p>
    </>
  );
}
