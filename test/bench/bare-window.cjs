/** The least window of Electron: `electron bare-window.cjs`. One page of one line, no preload, no database. */
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  return window.loadURL('data:text/html,<!doctype html><title>Empty</title><p id="painted">Empty');
});
