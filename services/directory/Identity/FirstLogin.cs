using Microsoft.Extensions.Options;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Directory.Identity;

/// <summary>Hands the first administrator's one-time password to whoever installs the suite.</summary>
internal sealed partial class FirstLogin(IOptions<IdentityOptions> options, ILogger<FirstLogin> logger)
{
    public const string UserName = "admin";

    private readonly IdentityOptions settings = options.Value;

    /// <summary>From the deployment's secret, else a random one.</summary>
    public string ChoosePassword()
    {
        if (settings.FirstPasswordFile.Length == 0)
        {
            return Passwords.NewOneTime();
        }

        var password = File.Exists(settings.FirstPasswordFile) ? File.ReadAllText(settings.FirstPasswordFile).Trim() : "";
        return password.Length > 0 ? password : throw new StartupError(
            $"设置 Identity:FirstPasswordFile 所指的文件 {settings.FirstPasswordFile} 不存在或为空。",
            $"Setting Identity:FirstPasswordFile: there is nothing in {settings.FirstPasswordFile}.");
    }

    /// <summary>Written before the account is saved: a crash in between must not leave one that nobody can open.</summary>
    public void Write(string password)
    {
        if (settings.FirstPasswordFile.Length > 0)
        {
            return;
        }

        try
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(settings.FirstLoginFile))!);
            File.Delete(settings.FirstLoginFile);
            using var writer = new StreamWriter(settings.FirstLoginFile, OnlyForMe());
            writer.WriteLine($"用户名 user name: {UserName}\n一次性密码 one-time password: {password}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotWritten(logger, settings.FirstLoginFile, error.Message);
        }
    }

    public void Announce(string password)
    {
        if (settings.FirstPasswordFile.Length > 0)
        {
            Log.FromSecret(logger, UserName, settings.FirstPasswordFile);
        }
        else
        {
            Log.Random(logger, UserName, password, settings.FirstLoginFile);
        }
    }

    /// <summary>The password has been changed: nobody needs the file any more.</summary>
    public void Forget()
    {
        try
        {
            File.Delete(settings.FirstLoginFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotDeleted(logger, settings.FirstLoginFile, error.Message);
        }
    }

    private static FileStreamOptions OnlyForMe()
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return file;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "首次登录 first log-in: 用户名 user name {UserName}, 一次性密码 one-time password {Password}, 文件 file {File}")]
        public static partial void Random(ILogger logger, string userName, string password, string file);

        [LoggerMessage(LogLevel.Warning, "首次登录 first log-in: 用户名 user name {UserName}, 一次性密码见 one-time password in {File}")]
        public static partial void FromSecret(ILogger logger, string userName, string file);

        [LoggerMessage(LogLevel.Warning, "Cannot write {File} (setting Identity:FirstLoginFile): {Why}")]
        public static partial void NotWritten(ILogger logger, string file, string why);

        [LoggerMessage(LogLevel.Warning, "Cannot delete {File}; delete it by hand: {Why}")]
        public static partial void NotDeleted(ILogger logger, string file, string why);
    }
}
