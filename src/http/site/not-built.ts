/** What a browser shows where the page has not been built: what to do, and what works meanwhile. */
export const NOT_BUILT = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Détente: the page is not built</title>
</head>
<body>
<h1>The page is not built yet</h1>
<p>This server found no built page in <code>dist/web</code>. Stop it, type <code>npm run build</code> in the folder of Détente, and start it again.</p>
<p>The API works without the page: <a href="/api/v1/openapi.json">what it offers</a>.</p>
</body>
</html>
`
