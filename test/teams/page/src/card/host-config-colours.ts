import type { Theme } from '../themes.ts';

/** The colours of one container style, as Adaptive Cards names them. */
export interface CardColours {
  page: string;
  text: string;
  subtle: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  line: string;
  emphasis: string;
  accentBack: string;
  goodBack: string;
  warningBack: string;
  attentionBack: string;
}

/** Close to what the Teams clients show; every text colour has 4.5:1 or more on every one of its grounds. */
export const cardColours: Record<Theme, CardColours> = {
  default: {
    page: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#0e700e',
    warning: '#835b00',
    attention: '#b10e1c',
    line: '#e0e0e0',
    emphasis: '#f5f5f5',
    accentBack: '#ebefff',
    goodBack: '#e7f2e7',
    warningBack: '#fdf6e3',
    attentionBack: '#fdf3f4',
  },
  dark: {
    page: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#fbd975',
    attention: '#f8909b',
    line: '#4d4d4d',
    emphasis: '#1f1f1f',
    accentBack: '#2f2f4a',
    goodBack: '#14310f',
    warningBack: '#3d2f06',
    attentionBack: '#45161d',
  },
  contrast: {
    page: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff00',
    good: '#3ff23f',
    warning: '#ffff00',
    attention: '#ff9c9c',
    line: '#ffffff',
    emphasis: '#000000',
    accentBack: '#000000',
    goodBack: '#000000',
    warningBack: '#000000',
    attentionBack: '#000000',
  },
};
