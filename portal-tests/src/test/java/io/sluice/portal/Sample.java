package io.sluice.portal;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import java.util.List;

/** A tenant as it looks after the first synchronisation: people, groups, changes, and something that went wrong. */
final class Sample {

    private static final List<String> NAMES = List.of(
            "Barbara Jensen",
            "Amélie Laurent",
            "Kenji Sato",
            "Maria Rossi",
            "Jonas Weber",
            "Priya Nair",
            "Olivia Brown",
            "Mateo García",
            "Yuki Tanaka",
            "Chloé Martin",
            "David Kim",
            "Fatima Zahra");

    private Sample() {}

    /** Answers the id of the first user and of the first group. */
    static List<String> fill(Desk desk) {
        Client entra = desk.scim(desk.gateway().token("acme", Idp.ENTRA));
        Client okta = desk.scim(desk.gateway().token("acme", Idp.OKTA));
        entra.get("/Users?filter=userName%20eq%20%228a7c1f9e%22").expect(200);
        List<String> ids = NAMES.stream().map(name -> create(entra, name)).toList();
        String group = group(entra, ids);
        entra.patch("/Users/" + ids.getFirst(), """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                         {"op":"Replace","path":"title","value":"Tour Guide Lead"},
                         {"op":"Replace","path":"active","value":"False"}]}""").expect(200);
        okta.get("/Users?filter=userName%20eq%20%22nobody%40example.com%22&startIndex=1&count=100")
                .expect(200);
        okta.post("/Users", person("Barbara Jensen")).expect(409);
        entra.get("/Users?filter=department%20zz%20%22x%22").expect(400);
        return List.of(ids.getFirst(), group);
    }

    private static String create(Client client, String name) {
        return client.post("/Users", person(name)).expect(201).at("/id");
    }

    private static String group(Client client, List<String> ids) {
        String members =
                ids.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(java.util.stream.Collectors.joining(","));
        return client.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                         "displayName":"Research and Development","externalId":"0f3c","members":[%s]}""".formatted(members)).expect(201).at("/id");
    }

    private static String person(String name) {
        String[] parts = name.split(" ");
        String mail = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                        .replaceAll("[^A-Za-z ]", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '.')
                + "@example.com";
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "userName":"%1$s","externalId":"%2$s","displayName":"%3$s","active":true,"title":"Tour Guide",
                 "name":{"givenName":"%4$s","familyName":"%5$s"},
                 "emails":[{"value":"%1$s","type":"work","primary":true}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Research"}}""".formatted(mail, Integer.toHexString(name.hashCode()), name, parts[0], parts[1]);
    }
}
