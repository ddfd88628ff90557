"""A headless Chromium, spoken to over its debugging pipe: the page itself may not run a script, the browser that shows it can
be asked all the same. Only the standard library is used."""
import json
import os
import shutil
import subprocess
import tempfile

NAMES = ('chromium', 'chromium-browser', 'google-chrome')


def program():
    """The browser's path, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix='nafkah-page-')
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def place_pipes():  # the browser reads 3 and writes 4; the ends may stand on those numbers already
            ours = os.dup(to_browser), os.dup(from_browser)
            os.dup2(ours[0], 3)
            os.dup2(ours[1], 4)

        self.process = subprocess.Popen(
            [program(), '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
             '--no-first-run', '--disable-background-networking', f'--user-data-dir={self.profile}',
             '--remote-debugging-pipe', 'about:blank'],
            preexec_fn=place_pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.count, self.events, self.buffer, self.session = 0, [], b'', None
        target = self.call('Target.createTarget', url='about:blank')['targetId']
        self.session = self.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Network', 'Runtime', 'Log'):
            self.call(f'{domain}.enable')

    def receive(self):
        while b'\0' not in self.buffer:
            block = os.read(self.read_end, 1 << 20)
            if not block:
                raise EOFError('the browser is gone')
            self.buffer += block
        message, self.buffer = self.buffer.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, **params):
        self.count += 1
        request = {'id': self.count, 'method': method, 'params': params}
        if self.session:
            request['sessionId'] = self.session
        data = json.dumps(request).encode() + b'\0'
        while data:
            data = data[os.write(self.write_end, data):]
        while True:
            message = self.receive()
            if message.get('id') == self.count:
                if 'error' in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message['result']
            self.events.append(message)

    def open(self, path):
        """Shows a file and waits until it is loaded."""
        self.events.clear()
        self.call('Page.navigate', url='file://' + os.path.abspath(path))
        while not any(e.get('method') == 'Page.loadEventFired' for e in self.events):
            self.events.append(self.receive())

    def requests(self):
        return [e['params']['request']['url'] for e in self.events if e.get('method') == 'Network.requestWillBeSent']

    def complaints(self):
        """Dialogs, exceptions and what the console was told."""
        return [e for e in self.events if e.get('method') in
                ('Page.javascriptDialogOpening', 'Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded')]

    def ask(self, expression):
        answer = self.call('Runtime.evaluate', expression=expression, returnByValue=True)
        if 'exceptionDetails' in answer:
            raise RuntimeError(str(answer['exceptionDetails']))
        return answer['result'].get('value')

    def look(self, width, height=1400, medium='screen'):
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call('Emulation.setEmulatedMedia', media=medium)

    def stream(self, handle):
        parts = []
        while True:
            part = self.call('IO.read', handle=handle, size=1 << 20)
            parts.append(part['data'])
            if part['eof']:
                return parts

    def pdf(self, path):
        """Prints as a person would: A4 from the page's own style."""
        import base64
        handle = self.call('Page.printToPDF', preferCSSPageSize=True, printBackground=False,
                           transferMode='ReturnAsStream')['stream']
        with open(path, 'wb') as out:
            for part in self.stream(handle):
                out.write(base64.b64decode(part))

    def screenshot(self, path):
        import base64
        data = self.call('Page.captureScreenshot', format='png')['data']
        with open(path, 'wb') as out:
            out.write(base64.b64decode(data))

    def close(self):
        try:
            self.session = None
            self.call('Browser.close')
        except (EOFError, OSError):
            pass
        self.process.wait(timeout=30)
        os.close(self.write_end)
        os.close(self.read_end)
        shutil.rmtree(self.profile, ignore_errors=True)
