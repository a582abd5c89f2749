import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './files.module.css';
import forms from './forms.module.css';
import type { CutRound } from './place.ts';
import { useRefusalText } from './refusal-text.ts';
import { sizeText } from './size-text.ts';
import { useSay } from './texts.ts';
import type { Downloader } from './use-download.ts';
import { useDownload } from './use-download.ts';

const formats = ['xlsx', 'csv', 'json'] as const;

/** A round as a file: which one, in what form, and with or without names. */
export function FilesPanel({ rounds }: { rounds: readonly CutRound[] }) {
  const say = useSay();
  const there = rounds.filter(({ may }) => may.export);
  const [roundId, setRound] = useState(there.at(-1)?.id);
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx');
  const [wantsNames, setNames] = useState(false);
  const downloader = useDownload();
  const round = there.find(({ id }) => id === roundId) ?? there[0];
  if (round === undefined) return null;
  const names = wantsNames && round.may.exportNames;
  const state = downloader.download?.state;
  const isBusy = state === 'making' || state === 'coming';
  return (
    <form
      className={styles.files}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy) return;
        downloader.begin(`/export?round=${round.id}&format=${format}&names=${names ? 'yes' : 'no'}`);
      }}
    >
      <p>{say('files.hint')}</p>
      {there.length > 1 && (
        <Choices
          legend={say('shortlist.round')}
          choices={there.map(({ id, name }) => ({ id, name }))}
          chosen={round.id}
          choose={(id) => setRound(there.find((each) => each.id === id)?.id)}
        />
      )}
      <Choices
        legend={say('files.format')}
        choices={formats.map((id) => ({ id, name: say(`files.${id}`) }))}
        chosen={format}
        choose={(id) => setFormat(formats.find((each) => each === id) ?? 'xlsx')}
      />
      {round.may.exportNames ? (
        <Choices
          legend={say('files.names')}
          choices={[
            { id: 'no', name: say('files.withoutNames') },
            { id: 'yes', name: say('files.withNames') },
          ]}
          chosen={names ? 'yes' : 'no'}
          choose={(id) => setNames(id === 'yes')}
        />
      ) : (
        <p className={forms.hint}>{say('files.onlyWithout')}</p>
      )}
      {isPhone() && <p className={forms.hint}>{say('files.phone')}</p>}
      <div className={forms.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('files.download')}
        </Button>
        {isBusy && <Button onClick={downloader.cancel}>{say('files.cancel')}</Button>}
      </div>
      <Downloading downloader={downloader} />
    </form>
  );
}

function Downloading({ downloader: { download } }: { downloader: Downloader }) {
  const say = useSay();
  const { language } = useSpeech();
  const refusal = useRefusalText();
  if (download === undefined) return <p role="status" />;
  switch (download.state) {
    case 'making':
      return <p role="status">{say('files.making')}</p>;
    case 'coming':
      return <p role="status">{say('files.coming', { size: sizeText(language, download.bytes) })}</p>;
    case 'ready':
      return (
        <p role="status">
          {say('files.ready', { size: sizeText(language, download.bytes) })}{' '}
          <a className={styles.again} href={download.href} download={download.name}>
            {say('files.again', { name: download.name })}
          </a>
        </p>
      );
    case 'failed':
      return (
        <p className={forms.trouble} role="alert">
          {refusal(download.error)}
        </p>
      );
    default:
      return download satisfies never;
  }
}

interface ChoicesProps {
  legend: string;
  choices: readonly { id: string; name: string }[];
  chosen: string;
  choose: (id: string) => void;
}

function Choices({ legend, choices, chosen, choose }: ChoicesProps) {
  return (
    <fieldset className={forms.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ id, name }) => (
        <label key={id} className={forms.choice}>
          <input type="radio" name={legend} checked={id === chosen} onChange={() => choose(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Teams on a phone opens a file and can't keep it. */
function isPhone(): boolean {
  return /android|iphone|ipad/i.test(navigator.userAgent);
}
