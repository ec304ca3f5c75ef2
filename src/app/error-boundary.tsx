import { Component, type ReactNode } from 'react';

interface State {
  readonly failed: boolean;
}

/** The last resort: says what happened and what to do, without any value of the data. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="page" role="alert">
        <h1>This page stopped working</h1>
        <p className="lead">
          Your files are untouched. Reload the page and drop them again; if it happens twice with the same
          files, please report the steps.
        </p>
      </div>
    );
  }
}
