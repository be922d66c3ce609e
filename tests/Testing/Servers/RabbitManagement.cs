using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace StudySuite.Testing.Servers;

/// <summary>The few calls of RabbitMQ's management HTTP API that tests need.</summary>
internal sealed class RabbitManagement : IDisposable
{
    private readonly HttpClient http;
    private readonly Broker broker;

    public RabbitManagement(Uri address, Broker broker)
    {
        this.broker = broker;
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{broker.User}:{broker.Password}"));
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", login);
    }

    public async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await http.GetAsync("/api/overview");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    public async Task CreateVirtualHostAsync(string name)
    {
        try
        {
            using var made = await http.PutAsJsonAsync($"/api/vhosts/{name}", new { });
            made.EnsureSuccessStatusCode();
            var all = new { configure = ".*", write = ".*", read = ".*" };
            using var permitted = await http.PutAsJsonAsync($"/api/permissions/{name}/{broker.User}", all);
            permitted.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException e) when (e.StatusCode is null or HttpStatusCode.NotFound)
        {
            // Sharing one virtual host would let tests take each other's messages, so that is no way out.
            throw new InvalidOperationException(
                $"RabbitMQ's management API does not answer at {http.BaseAddress}, so tests cannot get virtual hosts "
                + $"of their own. Enable rabbitmq_management or set {RabbitServer.ManagementVariable}.", e);
        }
    }

    /// <summary>Without complaint when the server went first.</summary>
    public async Task DeleteVirtualHostAsync(string name)
    {
        try
        {
            using var answer = await http.DeleteAsync(new Uri($"/api/vhosts/{name}", UriKind.Relative));
        }
        catch (HttpRequestException)
        {
        }
    }

    /// <returns>How many there were.</returns>
    public async Task<int> DropConnectionsAsync(string virtualHost)
    {
        var connections = await http.GetFromJsonAsync<JsonElement[]>($"/api/vhosts/{virtualHost}/connections") ?? [];
        foreach (var connection in connections)
        {
            // One that ended by itself meanwhile is not found, which is as good.
            var name = Uri.EscapeDataString(connection.GetProperty("name").GetString()!);
            using var answer = await http.DeleteAsync(new Uri($"/api/connections/{name}", UriKind.Relative));
        }

        return connections.Length;
    }

    public void Dispose() => http.Dispose();
}
