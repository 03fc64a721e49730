import { BrowserCase } from '@/components/shell/BrowserCase';

export default function Page() {
  return <BrowserCase />;
}
