import { BrowserCase } from '@/components/shell/BrowserCase';

export default function Page() {
  return <BrowserCase base={process.env['TIEOUT_BASE_PATH'] ?? ''} />;
}
