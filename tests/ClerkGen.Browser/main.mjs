// Runs the program under Node, whose fetch decompresses answers as a browser's does, and answers its calls.
// node main.mjs path/to/_framework/dotnet.js
import http from 'node:http';
import zlib from 'node:zlib';
import { pathToFileURL } from 'node:url';

const text = '{"id":"pet_1","name":"Ada"}';
const pet = Buffer.from(text);
const codings = { gzip: zlib.gzipSync, br: zlib.brotliCompressSync, deflate: zlib.deflateSync };
const json = { 'Content-Type': 'application/json' };
const next = [];
let asked = 0;

function write(response, status, headers, body) {
  response.writeHead(status, { ...json, 'Content-Length': body.length, ...headers }).end(body);
}

// Sends the first piece, and each other one when /next is called.
function pieces(response, type, list) {
  response.writeHead(200, { 'Content-Type': type });
  response.write(list[0]);
  next.splice(0);
  next.push(...list.slice(1).map(piece => () => response.write(piece)), () => response.end());
}

const answers = {
  plain: response => write(response, 200, {}, pet),
  error: response => write(response, 422, {}, pet),
  redirect: response => response.writeHead(307, { Location: '/elsewhere' }).end(),
  'empty-gzip': response => write(response, 200, { 'Content-Encoding': 'gzip' }, ''),
  'empty-br': response => write(response, 200, { 'Content-Encoding': 'br' }, ''),
  'no-content': response => response.writeHead(204, { 'Content-Encoding': 'gzip' }).end(),
  cut: response => { response.writeHead(200, { ...json, 'Content-Length': 100 }).write(pet); setTimeout(() => response.destroy(), 50); },
  'cut-gzip': response => write(response, 200, { 'Content-Encoding': 'gzip' }, zlib.gzipSync(pet).subarray(0, -12)),
  'no-gzip': response => write(response, 200, { 'Content-Encoding': 'gzip' }, pet),
  'gzip-error': response => write(response, 409, { 'Content-Encoding': 'gzip' }, zlib.gzipSync('{"errors":[{"code":"taken"}]}')),
  reset: response => response.destroy(),
  parts: response => write(response, 206, { 'Content-Type': 'multipart/byteranges; boundary=B' }, '--B\r\n\r\nabc\r\n--B--'),
  'large-header': response => write(response, 200, { 'X-Large': 'a'.repeat(12000) }, pet),
  cookie: response => write(response, 200, { 'Set-Cookie': ['a=1; Path=/', 'b=2'] }, pet),
  hints: response => { response.writeEarlyHints({ link: '</a>; rel=preload' }); write(response, 200, {}, pet); },
  'utf-16': response => write(response, 200, { 'Content-Type': 'application/json; charset=utf-16' }, Buffer.from(text, 'utf16le')),
  chunked: response => { response.writeHead(200, { ...json, 'X-Last': '1' }); response.write(text.slice(0, 9)); setTimeout(() => response.end(text.slice(9)), 20); },
  pieces: response => pieces(response, 'text/plain', ['12345', '678']),
  events: response => pieces(response, 'text/event-stream', ['data: {"id":"a"}\n\n', 'data: {"id":"b"}\n\n']),
  lines: response => pieces(response, 'application/jsonl', ['{"id":"a"}\n', '{"id":"b"}\n']),
  next: response => { next.shift()?.(); write(response, 200, {}, pet); },
  stall: () => {},
  second: response => write(response, ++asked % 2 === 1 ? 503 : 200, {}, pet),
  count: (response, request, length) => {
    const type = request.headers['content-type']?.split(';')[0] ?? 'none';
    write(response, 200, {}, Buffer.from(JSON.stringify({ id: 'a', name: `${request.method} ${length} ${type}` })));
  },
};

const server = http.createServer((request, response) => {
  let length = 0;
  request.on('data', piece => { length += piece.length; }).on('end', () => {
    const answer = request.url.split('/')[1];
    if (request.headers.authorization !== 'Bearer sk_test_browser' || request.headers.cookie || !(answer in answers || answer in codings)) {
      response.writeHead(500).end();
    } else if (answer in codings) {
      write(response, 200, { 'Content-Encoding': answer }, codings[answer](pet));
    } else {
      answers[answer](response, request, length);
    }
  }).on('error', () => {});
});

// .NET asks whether fetch streams requests with an empty URL, which a browser resolves against its page.
const PlainRequest = globalThis.Request;
globalThis.Request = class extends PlainRequest {
  constructor(url, options) {
    super(url === '' ? 'http://127.0.0.1/' : url, options);
  }
};

server.listen(0, '127.0.0.1', async () => {
  const { dotnet } = await import(pathToFileURL(process.argv[2]).href);
  const runtime = await dotnet.create();
  await runtime.runMain('ClerkGen.Browser', [`http://127.0.0.1:${server.address().port}`]);
  process.exit(0);
});
