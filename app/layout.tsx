import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: 'Tieout',
  description:
    'Find and prove why two tables built from the same exported files disagree. Everything runs in this browser.',
  referrer: 'no-referrer',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111316' },
  ],
};

const base = process.env['TIEOUT_BASE_PATH'] ?? '';

/** `theme.js` runs before the first paint, so that a chosen theme never flashes; it is a file because the policy refuses inline scripts. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html className="font-sans" lang="en" suppressHydrationWarning>
      <head>
        <script async blocking="render" src={`${base}/theme.js`} />
      </head>
      <body>{children}</body>
    </html>
  );
}
