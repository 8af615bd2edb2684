namespace ClerkGen.Testing.Tests;

/// <summary>A small document with one of everything that the server has to tell apart.</summary>
internal static class PetDocument
{
    public static LoadedDocument Load() => LoadedDocument.FromText("""
        openapi: 3.0.3
        info: { title: Pets, version: "1" }
        servers: [{ url: "https://api.example.com/v1" }]
        security: [{ key: [] }]
        paths:
          /pets:
            get:
              operationId: listPets
              x-speakeasy-group: pets
              x-speakeasy-name-override: list
              parameters:
                - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
                - { name: tags, in: query, schema: { type: array, items: { type: string } } }
                - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
                - { name: piped, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
                - { name: filter, in: query, style: deepObject, schema: { $ref: "#/components/schemas/Filter" } }
                - { name: X-Trace, in: header, schema: { type: boolean } }
              responses:
                "200":
                  description: ok
                  content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
                "404": { description: none, content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
            post:
              operationId: createPet
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
          /pets/mine:
            get: { operationId: myPet, security: [], responses: { "204": { description: none } } }
          /pets/{pet_id}:
            parameters:
              - { name: pet_id, in: path, required: true, schema: { type: string } }
            get:
              operationId: getPet
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
            put:
              operationId: formPet
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [name]
                      properties: { name: { type: string }, ages: { type: array, items: { type: integer } }, meta: { type: object } }
                  multipart/form-data:
                    schema: { type: object, properties: { name: { type: string }, photo: { type: string, format: binary } } }
              responses: { "200": { description: ok } }
        components:
          securitySchemes:
            key: { type: http, scheme: bearer }
          schemas:
            Pet:
              oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
              discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } }
            Cat:
              type: object
              required: [kind, name]
              additionalProperties: false
              properties:
                kind: { type: string }
                name: { type: string, nullable: true }
                mood: { type: string, enum: [calm, wild, asleep] }
                kittens: { type: array, items: { $ref: "#/components/schemas/Cat" } }
            Dog:
              type: object
              required: [kind]
              properties:
                kind: { type: string }
                born: { type: string, format: date-time }
                owner: { nullable: true, allOf: [{ $ref: "#/components/schemas/Owner" }] }
            Filter: { type: object, properties: { kind: { type: string }, age: { type: integer } } }
            Problem: { type: object, required: [message], properties: { message: { type: string } } }
            Owner:
              type: object
              properties: { id: { type: integer, format: int64 } }
        """);
}
