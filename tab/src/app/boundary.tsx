import type { ReactNode } from 'react';
import { Component } from 'react';
import { Trouble } from '../shared/ui/trouble.tsx';

interface BoundaryState {
  error?: Error;
  retrying: boolean;
}

/**
 * Keeps what fails in one part from taking the page along: says so, with a way to try again. That loads the page anew,
 * as its scripts have other names after a new version; without connection it stays as it is.
 */
export class Boundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { retrying: false };

  static getDerivedStateFromError(thrown: unknown): Partial<BoundaryState> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error, retrying } = this.state;
    if (error === undefined) return this.props.children;
    return <Trouble error={error} retry={() => void this.retry()} retrying={retrying} />;
  }

  async retry(): Promise<void> {
    this.setState({ retrying: true });
    try {
      await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' });
      window.location.reload();
    } catch (error) {
      console.info('the page can not be loaded anew', error);
      this.setState({ retrying: false });
    }
  }
}
