import { Download, FolderOpen } from 'lucide-react';
import type { StoredFile } from '../../../shared/model/stored-file.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useIsDesktop } from '../../api/use-workspace.ts';
import { useCommands } from '../../lib/commands-state.ts';
import { t } from '../../lib/words.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';

interface PdfFileButtonsProps {
  readonly file: Pick<StoredFile, 'id' | 'name'>;
  /** The bytes as the page has them, for a browser's own way of saving. */
  readonly url: string | undefined;
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** What can be done with the kept PDF: a copy of it, and on the desktop the folder it lies in. */
export function PdfFileButtons({ file, url }: PdfFileButtonsProps) {
  const isDesktop = useIsDesktop();
  const call = useCall();
  const toast = useToast((state) => state.show);
  const { id, name } = file;

  const onError = (thrown: unknown): void => toast(errorWords(thrown).what);
  const save = async (): Promise<void> => {
    const { path } = await call('system.saveFile', { id, name });
    if (path !== null) toast(t('pdf.saved', { path }));
  };
  const saveCopy = (): void => {
    if (isDesktop) save().catch(onError);
    else if (url !== undefined) download(url, name);
  };
  const reveal = (): void => void call('system.revealFile', { id }).catch(onError);

  useCommands([
    {
      id: 'pdf-save',
      title: isDesktop ? 'pdf.save-as' : 'pdf.save',
      group: 'report',
      icon: Download,
      run: saveCopy,
    },
    ...(isDesktop
      ? ([{ id: 'pdf-reveal', title: 'pdf.reveal', group: 'report', icon: FolderOpen, run: reveal }] as const)
      : []),
  ]);

  return (
    <>
      <IconButton icon={Download} label={isDesktop ? t('pdf.save-as') : t('pdf.save')} onPress={saveCopy} />
      {isDesktop && <IconButton icon={FolderOpen} label={t('pdf.reveal')} onPress={reveal} />}
    </>
  );
}
