namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A document whose lists are paged in the ways that servers have, and a program that goes through each.</summary>
internal static class PageDocument
{
    public const string Text = """
        openapi: 3.1.0
        info: { title: Paged, version: '1' }
        servers: [{ url: https://api.example }]
        components:
          securitySchemes: { key: { type: apiKey, in: query, name: api_key } }
          schemas:
            Book: { type: object, required: [id], properties: { id: { type: integer } } }
            Books: { type: array, items: { $ref: '#/components/schemas/Book' } }
            PageBook:
              type: object
              properties:
                content: { $ref: '#/components/schemas/Books' }
                number: { type: integer, format: int32 }
                size: { type: integer, format: int32 }
                totalPages: { type: integer, format: int32 }
                totalElements: { type: integer, format: int64 }
                last: { type: boolean }
            PagedModel:
              type: object
              properties:
                content: { $ref: '#/components/schemas/Books' }
                page:
                  type: object
                  properties: { size: { type: integer }, number: { type: integer }, totalElements: { type: integer }, totalPages: { type: integer } }
            Resource:
              type: object
              properties:
                data: { $ref: '#/components/schemas/Books' }
                meta:
                  type: object
                  properties: { pagination: { type: object, properties: { current_page: { type: integer }, last_page: { type: integer } } } }
            ListResponse:
              type: object
              properties: { Resources: { $ref: '#/components/schemas/Books' }, startIndex: { type: integer }, totalResults: { type: integer } }
            Pageable: { type: object, properties: { page: { type: integer, format: int32, minimum: 0 }, size: { type: integer, format: int32, minimum: 1 } } }
        paths:
          /described:
            get:
              operationId: described
              tags: [books]
              parameters:
                - { name: page, in: query, description: 'Zero-based page index (0..N)', schema: { type: integer } }
                - { name: size, in: query, schema: { type: integer } }
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/PageBook' } } } } }
          /zero:
            get:
              operationId: zero
              tags: [books]
              parameters: [{ name: page, in: query, schema: { type: integer, default: 0 } }]
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } } } }
          /silent:
            get:
              operationId: silent
              tags: [books]
              parameters: [{ name: page, in: query, schema: { type: integer } }]
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } } } }
          /one:
            get:
              operationId: one
              tags: [books]
              parameters: [{ name: page, in: query, schema: { type: integer, default: 1 } }]
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/PageBook' } } } } }
          /pageable:
            get:
              operationId: pageable
              tags: [books]
              parameters: [{ name: pageable, in: query, required: true, schema: { $ref: '#/components/schemas/Pageable' } }]
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/PagedModel' } } } } }
          /resources:
            get:
              operationId: resources
              tags: [books]
              parameters:
                - { name: 'page[number]', in: query, schema: { type: integer } }
                - { name: 'page[size]', in: query, schema: { type: integer, maximum: 2 } }
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Resource' } } } } }
          /deep:
            get:
              operationId: deep
              tags: [books]
              parameters:
                - name: page
                  in: query
                  style: deepObject
                  schema: { type: object, properties: { number: { type: integer, default: 1 }, size: { type: integer, default: 2 } } }
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } } } }
          /scim:
            get:
              operationId: scim
              tags: [books]
              parameters:
                - { name: startIndex, in: query, schema: { type: integer } }
                - { name: count, in: query, schema: { type: integer } }
                - { name: limit, in: query, schema: { type: integer } }
              responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/ListResponse' } } } } }
          /links:
            get:
              operationId: links
              tags: [books]
              responses:
                '200':
                  description: OK
                  headers: { Link: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } }
          /starred:
            get:
              operationId: starred
              tags: [books]
              parameters: [{ name: page, in: query, schema: { type: integer, default: 1 } }, { name: per_page, in: query, schema: { type: integer, default: 2 } }]
              responses:
                '200':
                  description: OK
                  content:
                    application/vnd.star+json: { schema: { type: object, required: [at], properties: { at: { type: string } } } }
                    application/json: { schema: { $ref: '#/components/schemas/Books' } }
          /starred-page:
            get:
              operationId: starredPage
              tags: [books]
              parameters: [{ name: page, in: query, schema: { type: integer, default: 1 } }]
              responses:
                '200':
                  description: OK
                  content:
                    application/json: { schema: { type: object, required: [summary], properties: { summary: { type: string } } } }
                    application/vnd.pages+json: { schema: { $ref: '#/components/schemas/PageBook' } }
          /numbered-links:
            get:
              operationId: numberedLinks
              tags: [books]
              security: [{ key: [] }]
              parameters: [{ name: page, in: query, schema: { type: integer, default: 1 } }, { name: per_page, in: query, schema: { type: integer, default: 2 } }]
              responses:
                '200':
                  description: OK
                  headers: { link: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } }
        """;

    public const string Program = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static Task<List<long>> Described(DocumentClient client) => Ids(client.Books.DescribedAllAsync());

            public static Task<List<long>> DescribedFrom1(DocumentClient client) => Ids(client.Books.DescribedAllAsync(new() { Page = 1, Size = 2 }));

            public static Task<List<long>> Zero(DocumentClient client) => Ids(client.Books.ZeroAllAsync());

            public static Task<List<long>> Silent(DocumentClient client) => Ids(client.Books.SilentAllAsync());

            public static Task<List<long>> One(DocumentClient client) => Ids(client.Books.OneAllAsync());

            public static Task<List<long>> Pageable(DocumentClient client) => Ids(client.Books.PageableAllAsync(new() { Pageable = new() }));

            public static Task<List<long>> Resources(DocumentClient client) => Ids(client.Books.ResourcesAllAsync());

            public static Task<List<long>> Deep(DocumentClient client) => Ids(client.Books.DeepAllAsync());

            public static Task<List<long>> Scim(DocumentClient client) => Ids(client.Books.ScimAllAsync());

            public static Task<List<long>> Links(DocumentClient client) => Ids(client.Books.LinksAllAsync());

            public static Task<List<long>> NumberedLinks(DocumentClient client) => Ids(client.Books.NumberedLinksAllAsync());

            public static Task<List<long>> Starred(DocumentClient client) => Ids(client.Books.StarredAllAsync());

            public static Task<List<long>> StarredPage(DocumentClient client) => Ids(client.Books.StarredPageAllAsync());

            private static async Task<List<long>> Ids(IAsyncEnumerable<Book> books)
            {
                List<long> ids = new();
                await foreach (Book book in books)
                {
                    ids.Add(book.Id);
                    if (ids.Count > 100)
                    {
                        throw new System.InvalidOperationException("The list does not end.");
                    }
                }

                return ids;
            }
        }
        """;
}
