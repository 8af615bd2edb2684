namespace ClerkGen.Tests.Pipeline;

/// <summary>A small document with a bit of everything, for tests of the pipeline.</summary>
internal static class PetDocument
{
    public const string Text = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.2.3 }
        servers: [{ url: 'https://pets.example.com/v1' }]
        security: [{ key: [] }]
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [Pets]
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
              responses:
                '200':
                  description: Pets.
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
                default: { description: Error., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /pets/{id}:
            get:
              operationId: getPet
              tags: [Pets]
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
              responses:
                '200': { description: A pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        components:
          securitySchemes:
            key: { type: http, scheme: bearer }
          schemas:
            Pet:
              type: object
              description: An animal.
              required: [id, kind]
              properties:
                id: { type: string }
                kind: { $ref: '#/components/schemas/Kind' }
                owner: { $ref: '#/components/schemas/Owner' }
            Kind: { type: string, enum: [cat, dog] }
            Owner:
              type: object
              properties:
                name: { type: string }
            Problem:
              type: object
              required: [message]
              properties:
                message: { type: string }

        """;
}
