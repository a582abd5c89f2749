import { describe, expect, test } from '@jest/globals';
import sentences from '../../../../bot/conversation/reading/command-sentences.json' with { type: 'json' };
import asides from '../../../../bot/conversation/reading/asides.json' with { type: 'json' };
import { readAside } from '../../../../bot/conversation/reading/read-aside.ts';
import { isNo, isUnsure, isYes } from '../../../../bot/conversation/reading/read-command.ts';
import { readCommand, readCommandIn } from '../../../../bot/conversation/reading/read-command.ts';
import { readRequest } from '../../../../bot/conversation/reading/read-request.ts';
import requests from '../../../../bot/conversation/reading/requests.json' with { type: 'json' };
import meant from '../../../../bot/conversation/reading/words-meant.json' with { type: 'json' };

function listed(phrases: Record<string, readonly string[]>): [phrase: string, meaning: string][] {
  return Object.entries(phrases).flatMap(([meaning, all]) =>
    all.map((phrase): [string, string] => [phrase, meaning]),
  );
}

describe('the lists of phrases', () => {
  test('each command is read from its own words, alone and as a sentence', () => {
    const all = listed(meant.commands);
    expect(all.map(([phrase]) => [phrase, readCommand(phrase)])).toEqual(all);
    expect(all.map(([phrase]) => [phrase, readCommandIn(phrase, 'choice')])).toEqual(all);
  });

  test('each sentence means the command that it is listed under', () => {
    const all = listed(sentences);
    expect(all.map(([phrase]) => [phrase, readCommandIn(phrase, 'choice')])).toEqual(all);
  });

  test('each request is read from its own words, whatever kind of answer is asked', () => {
    const all = listed(requests);
    expect(all.map(([phrase]) => [phrase, readRequest(phrase, 'free-text')])).toEqual(all);
    expect(all.map(([phrase]) => [phrase, readRequest(phrase, 'choice')])).toEqual(all);
  });

  test('no request is a command', () => {
    const both = listed(requests).filter(([phrase]) => readCommand(phrase) !== undefined);
    expect(both).toEqual([]);
  });

  test('yes is not no, and neither is unsure', () => {
    expect(meant.yes.filter((phrase) => !isYes(phrase) || isNo(phrase) || isUnsure(phrase))).toEqual([]);
    expect(meant.no.filter((phrase) => !isNo(phrase) || isYes(phrase) || isUnsure(phrase))).toEqual([]);
    expect(meant.unsure.filter((phrase) => !isUnsure(phrase) || isYes(phrase) || isNo(phrase))).toEqual([]);
  });

  test('a statement is no question, whatever it is about', () => {
    const words = Object.values(asides).flatMap((aside) => aside.words.split(' '));
    const statements = words.map((word) => `Inwoners vinden ${word} belangrijk.`);
    expect(statements.filter((each) => readAside(each, 'choice') !== undefined)).toEqual([]);
  });
});
