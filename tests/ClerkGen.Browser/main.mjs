// Runs the program under Node, whose fetch decompresses answers as a browser's does, and answers its calls.
// node main.mjs path/to/_framework/dotnet.js
import http from 'node:http';
import zlib from 'node:zlib';
import { pathToFileURL } from 'node:url';

const pet = Buffer.from('{"id":"pet_1","name":"Ada"}');
const codings = { gzip: zlib.gzipSync, br: zlib.brotliCompressSync, deflate: zlib.deflateSync };

const server = http.createServer((request, response) => {
  request.resume().on('end', () => {
    const answer = request.url.split('/')[1];
    if (request.headers.authorization !== 'Bearer sk_test_browser' || request.url.startsWith('/elsewhere')) {
      response.writeHead(500).end();
    } else if (answer === 'redirect') {
      response.writeHead(307, { Location: '/elsewhere' }).end();
    } else {
      const body = codings[answer]?.(pet) ?? pet;
      const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
      if (codings[answer]) {
        headers['Content-Encoding'] = answer;
      }

      response.writeHead(answer === 'error' ? 422 : 200, headers).end(body);
    }
  });
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
