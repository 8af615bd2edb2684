using Overlay.Weather;

var stub = new StubTransport();
stub.On("v2_obs_get").ReturnsJson("""{ "t": 21.5, "at": 1780000000 }""");
var weather = new WeatherClient(new WeatherClientOptions(), stub.CreateHttpClient());

// Without the overlay: weather.Obs.V2ObsGetAsync(new() { St = "Berlin" }), and an ObsV2 with the strings T and the number At.
Observation observation = await weather.Stations.GetObservationAsync(new() { Station = "Berlin" });
Console.WriteLine($"{observation.Temperature} degrees at {observation.Time:u}");
