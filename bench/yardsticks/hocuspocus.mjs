// SPDX-License-Identifier: EUPL-1.2
// Hocuspocus on the port of the environment, quiet and without extensions.

import { Server } from "@hocuspocus/server";

const server = Server.configure({
  address: process.env.HOST,
  port: Number(process.env.PORT),
  quiet: true,
});
await server.listen();
