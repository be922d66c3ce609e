namespace StudySuite.ConsoleSample;

/// <summary>The refresh token in a file that only its owner reads; a phone has a safer place, the keychain.</summary>
internal sealed class KeptLogin(string file)
{
    public string Read() => File.Exists(file) ? File.ReadAllText(file) : "";

    public void Write(string refreshToken)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(refreshToken);
    }
}
