// Sends the chosen file from the disk in one stream, beside the page's own connection, and shows how far it is.
const underWay = new WeakMap();

export function send(input, bar, address, token) {
  return new Promise(resolve => {
    const file = input.files[0];
    const request = new XMLHttpRequest();
    underWay.set(input, request);
    request.upload.onprogress = step => { bar.max = step.total || file.size || 1; bar.value = step.loaded; };
    request.onload = () => resolve({ status: request.status, text: request.responseText.slice(0, 16000) });
    request.onerror = () => resolve({ status: 503, text: '' });
    request.onabort = () => resolve({ status: 0, text: '' });
    request.open('POST', `${address}&fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('RequestVerificationToken', token);
    request.send(file);
  });
}

export function stop(input) {
  underWay.get(input)?.abort();
}
